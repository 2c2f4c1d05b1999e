package dev.surveyor.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleTests {

    @Test
    void onlyAdministratorsAdminister() {
        assertThat(Arrays.stream(Role.values()))
                .filteredOn(role -> role.permissions().contains(Permission.USERS_ADMINISTER))
                .containsExactly(Role.ADMIN);
    }

    @Test
    void aKeyCanBeGivenEveryPermissionButThoseOverOneself() {
        assertThat(Arrays.stream(Permission.values()))
                .filteredOn(permission -> Permission.ofScope(permission.scope()).isEmpty())
                .containsExactlyInAnyOrderElementsOf(Set.of(Permission.ACCOUNT, Permission.KEYS));
    }
}
