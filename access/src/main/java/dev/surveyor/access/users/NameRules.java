package dev.surveyor.access.users;

import java.util.regex.Pattern;

/** What names and e-mail addresses look like: ASCII, so that "the same" means one thing. */
final class NameRules {

    static final String USERNAME = "[A-Za-z0-9][A-Za-z0-9._-]{2,63}";
    static final String USERNAME_RULE =
            "must be 3 to 64 letters, digits, dots, underscores or hyphens, beginning with a letter or digit";
    static final String EMAIL =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,187}[A-Za-z0-9])?";
    static final String EMAIL_RULE = "must be an e-mail address";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");

    private NameRules() {}

    /** Whether a name or address could look, or begin, like this at all. */
    static boolean printable(String text) {
        return PRINTABLE.matcher(text).matches();
    }
}
