package dev.surveyor.embeddings;

import dev.surveyor.catalog.Condition;
import dev.surveyor.catalog.Dependency;
import dev.surveyor.embeddings.EmbeddingSettings.IndexKind;

/** The vector index. An embedded one that nobody used yet is not opened for a look. */
final class IndexDependency implements Dependency {

    private final EmbeddingSettings settings;
    private final LazyIndex index;

    IndexDependency(EmbeddingSettings settings, LazyIndex index) {
        this.settings = settings;
        this.index = index;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Condition look() {
        if (settings.index() == IndexKind.EMBEDDED && !index.tried()) {
            return Condition.up("The embedded index is opened with its first use.");
        }
        try {
            Health health = index.health();
            return switch (health.state()) {
                case SERVING -> Condition.up(health.sentence());
                case MUST_BE_REBUILT -> Condition.degraded(health.sentence());
                case UNREACHABLE -> Condition.down(health.sentence());
            };
        } catch (EmbeddingException e) {
            return Condition.down(String.valueOf(e.getMessage()));
        }
    }
}
