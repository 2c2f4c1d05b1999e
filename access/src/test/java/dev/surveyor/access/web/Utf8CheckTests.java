package dev.surveyor.access.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CheckTests {

    private static void check(byte[] bytes) throws MalformedInputException {
        Utf8Check check = new Utf8Check();
        for (byte each : bytes) {
            check.next(Byte.toUnsignedInt(each));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "é ß", "日本", "😀 after", "\u0000\u007f\u0080\u07ff\u0800\uffff"})
    void whatAnEncoderWritesPasses(String text) {
        assertThatCode(() -> check(text.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0af",
                "c1bf",
                "80",
                "c328",
                "e080af",
                "eda080",
                "f08080af",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "e28228"
            })
    void whatNoEncoderWritesDoesNot(String hex) {
        assertThatThrownBy(() -> check(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedInputException.class);
    }
}
