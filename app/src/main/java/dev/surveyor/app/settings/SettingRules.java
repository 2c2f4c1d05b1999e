package dev.surveyor.app.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * What the properties are and which values they take; loaded once, in the background of a start.
 */
final class SettingRules {

    private static final SettingRules LOADED = new SettingRules();

    private final List<SettingDescription> descriptions = SettingDescriptions.load();
    private final Validator validator =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(
                            new ParameterMessageInterpolator(
                                    Set.of(Locale.ENGLISH), Locale.ENGLISH, true))
                    .buildValidatorFactory()
                    .getValidator();

    private SettingRules() {}

    static SettingRules loaded() {
        return LOADED;
    }

    List<SettingDescription> descriptions() {
        return descriptions;
    }

    /** The rules that the value breaks, each as the end of a sentence that begins with its name. */
    List<String> broken(SettingDescription description, Object value) {
        return validator.validateValue(description.owner(), description.component(), value).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .toList();
    }
}
