package dev.surveyor.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTests {

    @Test
    void aNetworkOfVersionSixCountsAsOneAndEachAddressOfVersionFourAlone() {
        assertThat(Addresses.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Addresses.network("2001:db8:1:2:ffff:0:0:1"))
                .isNotEqualTo(Addresses.network("2001:db8:1:3:3:4:5:6"));
        assertThat(Addresses.network("192.0.2.1")).isNotEqualTo(Addresses.network("192.0.2.2"));
        assertThat(Addresses.network("::1")).isEqualTo("::1");
    }
}
