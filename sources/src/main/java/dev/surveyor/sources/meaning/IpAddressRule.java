package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.regex.Pattern;

/** Addresses of hosts in a network, by their form. */
final class IpAddressRule implements MeaningRule {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:/\\d{1,2})?"
                            + "|(?=.*::|(?:[^:]*:){7})[0-9a-fA-F:]{3,39}(?:/\\d{1,3})?");

    @Override
    public Meaning judge(Evidence evidence) {
        boolean possible = evidence.isText() || evidence.family() == TypeFamily.NETWORK;
        return possible && evidence.mostly(0.8, text -> FORM.matcher(text).matches())
                ? Meaning.personal(
                        SemanticType.IP_ADDRESS,
                        0.8,
                        "Its values have the form of network addresses, which may lead to persons.")
                : Meaning.NOTHING;
    }
}
