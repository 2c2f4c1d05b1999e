package dev.surveyor.app.settings;

import java.util.List;

/** Some properties are wrong; the message has a line for each. */
public final class BrokenSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenSettingsException(List<String> problems) {
        super("The configuration is wrong:\n  " + String.join("\n  ", problems));
    }
}
