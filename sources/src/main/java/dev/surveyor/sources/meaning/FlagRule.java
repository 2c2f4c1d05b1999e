package dev.surveyor.sources.meaning;

import dev.surveyor.catalog.SemanticType;
import dev.surveyor.catalog.TypeFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Two values that say yes and no. */
final class FlagRule implements MeaningRule {

    /** Of two values, in small and capital letters. */
    private static final int SPELLINGS_MAX = 8;

    private static final List<Set<String>> PAIRS =
            List.of(
                    Set.of("yes", "no"),
                    Set.of("y", "n"),
                    Set.of("true", "false"),
                    Set.of("t", "f"),
                    Set.of("0", "1"),
                    Set.of("on", "off"),
                    Set.of("j", "n"),
                    Set.of("ja", "nein"));

    @Override
    public Meaning judge(Evidence evidence) {
        if (evidence.family() == TypeFamily.BOOLEAN) {
            return Meaning.of(SemanticType.FLAG, 1);
        }
        boolean possible =
                (evidence.isText() || evidence.family() == TypeFamily.INTEGER)
                        && !evidence.key()
                        && evidence.values().size() <= SPELLINGS_MAX;
        Set<String> values = new HashSet<>();
        if (possible) {
            evidence.values().forEach(value -> values.add(value.toLowerCase(Locale.ROOT)));
        }
        return PAIRS.contains(values) ? Meaning.of(SemanticType.FLAG, 0.9) : Meaning.NOTHING;
    }
}
