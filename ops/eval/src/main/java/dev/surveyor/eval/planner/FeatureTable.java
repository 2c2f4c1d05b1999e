package dev.surveyor.eval.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers features and knows which are common to several databases. */
final class FeatureTable {

    private final int databasesMin;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Set<String>> seen = new ArrayList<>();

    FeatureTable(int databasesMin) {
        this.databasesMin = databasesMin;
    }

    int[] ids(String database, List<String> features) {
        int[] row = new int[features.size()];
        for (int i = 0; i < row.length; i++) {
            String name = features.get(i);
            Integer known = ids.get(name);
            int id = known == null ? names.size() : known;
            if (known == null) {
                ids.put(name, id);
                names.add(name);
                seen.add(new HashSet<>(2));
            }
            if (seen.get(id).size() < databasesMin) {
                seen.get(id).add(database);
            }
            row[i] = id;
        }
        return row;
    }

    int size() {
        return names.size();
    }

    String name(int id) {
        return names.get(id);
    }

    boolean common(int id) {
        return seen.get(id).size() >= databasesMin;
    }
}
