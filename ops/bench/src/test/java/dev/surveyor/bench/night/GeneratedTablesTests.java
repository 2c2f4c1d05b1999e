package dev.surveyor.bench.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GeneratedTablesTests {

    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");

    private static List<String> names(long seed) {
        String all = String.join("\n", new GeneratedTables("some", 2000, 500, seed).statements());
        return TABLE.matcher(all).results().map(found -> found.group(1)).toList();
    }

    @Test
    void noTwoAreCalledAlikeAndASeedMakesThemAgain() {
        assertThat(names(7)).hasSize(2000).doesNotHaveDuplicates().isEqualTo(names(7));
        assertThat(names(8)).isNotEqualTo(names(7));
    }
}
