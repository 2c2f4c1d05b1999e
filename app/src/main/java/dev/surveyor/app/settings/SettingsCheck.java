package dev.surveyor.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Finds all that is wrong with the settings at once, before anything is started with them. */
public final class SettingsCheck {

    private static final int TYPING_ERRORS_MAX = 2;

    private final ConfigurableEnvironment environment;
    private final SettingRules rules = SettingRules.loaded();

    public SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** Begins to load the rules, which takes a moment, while the caller does something else. */
    public static void prepare() {
        Thread.ofPlatform().name("setting-rules").daemon().start(SettingRules::loaded);
    }

    /** One sentence for each wrong property, with its rule; empty when all is well. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        Binder binder = Binder.get(environment);
        for (SettingDescription description : rules.descriptions()) {
            problems.addAll(problemsOf(description, binder));
        }
        problems.addAll(unknownNames());
        return problems;
    }

    private List<String> problemsOf(SettingDescription description, Binder binder) {
        Object value;
        try {
            value = binder.bind(description.name(), Bindable.of(description.type())).orElse(null);
        } catch (BindException e) {
            return List.of(sentence(description, "must be " + description.form()));
        }
        if (value == null) {
            return List.of();
        }
        return rules.broken(description, value).stream()
                .map(rule -> sentence(description, rule))
                .toList();
    }

    private String sentence(SettingDescription description, String rule) {
        SettingValue value = SettingValue.of(description, environment);
        return "%s %s; it is '%s' (%s)"
                .formatted(description.name(), rule, value.shown(), value.origin());
    }

    private List<String> unknownNames() {
        Set<String> known =
                rules.descriptions().stream()
                        .map(SettingDescription::name)
                        .collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .filter(source -> !isSystemEnvironment(source.getName()))
                .flatMap(source -> List.of(source.getPropertyNames()).stream())
                .filter(name -> name.startsWith(SettingDescriptions.PREFIX + "."))
                .map(name -> name.replaceFirst("\\[\\d+]$", ""))
                .filter(name -> !known.contains(name))
                .distinct()
                .map(name -> "%s is not a property%s".formatted(name, nearest(name, known)))
                .forEach(problems::add);
        problems.addAll(misspeltVariables());
        return problems;
    }

    /**
     * Only near misses: container platforms put variables of their own beside ours, named after the
     * service.
     */
    private List<String> misspeltVariables() {
        Set<String> known =
                rules.descriptions().stream()
                        .map(SettingDescription::environmentVariable)
                        .collect(Collectors.toCollection(TreeSet::new));
        return environment.getSystemEnvironment().keySet().stream()
                .filter(name -> name.startsWith("SURVEYOR_"))
                .filter(name -> !known.contains(name))
                .filter(name -> !nearest(name, known).isEmpty())
                .map(name ->
                        "environment variable %s sets no property%s"
                                .formatted(name, nearest(name, known)))
                .sorted()
                .toList();
    }

    private static boolean isSystemEnvironment(String source) {
        return Objects.equals(source, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }

    private static String nearest(String name, Set<String> known) {
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= TYPING_ERRORS_MAX)
                .findFirst()
                .map(": did you mean %s?"::formatted)
                .orElse("");
    }

    /** Levenshtein's: how many letters must be put in, left out or replaced. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
