package dev.surveyor.sources.guard.postgres;

/** Everything that holds for one database and one kind of asker. */
final class Rules {

    private final Facts facts;
    private final Visibility visibility;
    private final NameRules names;
    private final TypeRules types;
    private final Views views;
    private final Scans scans;

    Rules(Facts facts, Visibility visibility) {
        this.facts = facts;
        this.visibility = visibility;
        this.names = new NameRules(facts, visibility);
        this.types = new TypeRules(facts, visibility, this::checkDomain);
        this.views = new Views(this);
        this.scans = new Scans(this);
    }

    Facts facts() {
        return facts;
    }

    Visibility visibility() {
        return visibility;
    }

    NameRules names() {
        return names;
    }

    TypeRules types() {
        return types;
    }

    Views views() {
        return views;
    }

    Scans scans() {
        return scans;
    }

    /** What would hold if nothing were hidden. */
    Rules unrestricted() {
        return new Rules(facts, visibility.unrestricted());
    }

    /** A domain's condition is about nothing but VALUE. */
    private void checkDomain(Expression condition) {
        Scope scope =
                new Scope(
                        null,
                        java.util.List.of(
                                new Scope.Range(
                                        "", new Scope.Output(java.util.List.of("value"), false))));
        new Binder(this, Views.DEPTH_MAX).expressions.bind(condition, scope, null);
    }
}
