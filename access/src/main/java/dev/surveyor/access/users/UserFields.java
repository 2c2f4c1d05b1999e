package dev.surveyor.access.users;

import dev.surveyor.access.Role;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes in and goes out over HTTP about people, with every field's limits. */
final class UserFields {

    static final int PASSWORD_MIN = 8;
    static final int PASSWORD_MAX = 72;

    private UserFields() {}

    record Register(
            @NotNull @Pattern(regexp = NameRules.USERNAME, message = NameRules.USERNAME_RULE) String username,
            @NotNull @Pattern(regexp = NameRules.EMAIL, message = NameRules.EMAIL_RULE) String email,
            @NotNull @Size(min = PASSWORD_MIN, max = PASSWORD_MAX) String password) {

        @Override
        public String toString() {
            return "Register[" + username + "]";
        }
    }

    record Create(
            @NotNull @Pattern(regexp = NameRules.USERNAME, message = NameRules.USERNAME_RULE) String username,
            @NotNull @Pattern(regexp = NameRules.EMAIL, message = NameRules.EMAIL_RULE) String email,
            @NotNull @Size(min = PASSWORD_MIN, max = PASSWORD_MAX) String password,
            @NotNull Role role) {

        @Override
        public String toString() {
            return "Create[" + username + "]";
        }
    }

    /** What is left out stays as it is. */
    record Rename(
            @Nullable @Pattern(regexp = NameRules.USERNAME, message = NameRules.USERNAME_RULE) String username,
            @Nullable @Pattern(regexp = NameRules.EMAIL, message = NameRules.EMAIL_RULE) String email) {}

    record ChangePassword(
            @NotNull @Size(min = 1, max = PASSWORD_MAX) String currentPassword,
            @NotNull @Size(min = PASSWORD_MIN, max = PASSWORD_MAX) String newPassword) {

        @Override
        public String toString() {
            return "ChangePassword[******]";
        }
    }

    /** What is left out stays as it is. */
    record Change(@Nullable Role role, @Nullable Boolean active, @Nullable UUID handOverTo) {}

    record Page(List<User> items, @Nullable String next) {}

    record People(List<PeopleSearch.Person> items) {}
}
