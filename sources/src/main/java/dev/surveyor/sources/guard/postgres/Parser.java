package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.Guard;
import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one statement; its parts each read what they are called after. */
final class Parser {

    /** The options of EXPLAIN that tell nothing but the plan, with the values they take. */
    private static final Map<String, Set<String>> OPTIONS =
            Map.of(
                    "analyze", Set.of("true", "false", "on", "off", "1", "0"),
                    "verbose", Set.of("true", "false", "on", "off", "1", "0"),
                    "costs", Set.of("true", "false", "on", "off", "1", "0"),
                    "buffers", Set.of("true", "false", "on", "off", "1", "0"),
                    "timing", Set.of("true", "false", "on", "off", "1", "0"),
                    "summary", Set.of("true", "false", "on", "off", "1", "0"),
                    "wal", Set.of("true", "false", "on", "off", "1", "0"),
                    "memory", Set.of("true", "false", "on", "off", "1", "0"),
                    "format", Set.of("text", "json", "xml", "yaml"));

    final Tokens tokens;
    final QueryParser queries = new QueryParser(this);
    final SelectParser selects = new SelectParser(this);
    final FromParser from = new FromParser(this);
    final ExpressionParser expressions = new ExpressionParser(this);
    final PrimaryParser primaries = new PrimaryParser(this);
    final CallParser calls = new CallParser(this);
    final PhraseParser phrases = new PhraseParser(this);
    final JsonParser json = new JsonParser(this);
    final TypeParser types = new TypeParser(this);

    private Parser(String sql) {
        if (sql.length() > Guard.STATEMENT_CHARS_MAX) {
            throw Refusals.tooLong(
                    "The statement has more than " + Guard.STATEMENT_CHARS_MAX + " characters",
                    Guard.STATEMENT_CHARS_MAX);
        }
        tokens = new Tokens(oneStatement(Lexer.tokens(sql)));
    }

    static Statement statement(String sql) {
        Parser parser = new Parser(sql);
        Statement statement = parser.readStatement();
        parser.expectEnd();
        return statement;
    }

    /** An expression alone, as a policy or a domain's rule holds one. */
    static Expression expression(String sql) {
        Parser parser = new Parser(sql);
        Expression expression = parser.expressions.read();
        parser.expectEnd();
        return expression;
    }

    private void expectEnd() {
        if (tokens.peek().kind() != Kind.END) {
            throw tokens.unexpected("the statement's end");
        }
    }

    private static List<Token> oneStatement(List<Token> all) {
        List<Token> tokens = new ArrayList<>(all);
        while (tokens.size() > 1 && tokens.get(tokens.size() - 2).isSymbol(";")) {
            tokens.remove(tokens.size() - 2);
        }
        for (Token token : tokens) {
            if (token.isSymbol(";")) {
                throw Refusals.of(
                        GuardRule.ONE_STATEMENT, "There is more than one statement", token.at());
            }
        }
        return tokens;
    }

    private Statement readStatement() {
        Position at = tokens.position();
        if (tokens.acceptWord("explain")) {
            List<Statement.Option> options = explainOptions();
            requireQuery();
            return new Statement(true, options, queries.read(), at);
        }
        requireQuery();
        return new Statement(false, List.of(), queries.read(), at);
    }

    private void requireQuery() {
        Token first = tokens.peek();
        if (first.kind() == Kind.END) {
            throw Refusals.notUnderstood("There is no statement", 0);
        }
        if (!queries.atQuery() && !first.isSymbol("(")) {
            throw Refusals.of(
                    GuardRule.NOT_A_QUERY,
                    first.shown() + " does not begin a query, and nothing else may run",
                    first.at());
        }
    }

    private List<Statement.Option> explainOptions() {
        List<Statement.Option> options = new ArrayList<>();
        if (tokens.atSymbol("(") && !startsQueryBehindBrackets()) {
            tokens.take();
            options.addAll(tokens.listOf(this::explainOption));
            tokens.expectSymbol(")");
            return options;
        }
        if (tokens.acceptWord("analyze") || tokens.acceptWord("analyse")) {
            options.add(new Statement.Option("analyze", "true"));
        }
        if (tokens.acceptWord("verbose")) {
            options.add(new Statement.Option("verbose", "true"));
        }
        return options;
    }

    private boolean startsQueryBehindBrackets() {
        int ahead = 0;
        while (tokens.peek(ahead).isSymbol("(")) {
            ahead++;
        }
        return QueryParser.startsQuery(tokens.peek(ahead));
    }

    private Statement.Option explainOption() {
        Token name = tokens.take();
        String option = name.text().equals("analyse") ? "analyze" : name.text();
        Set<String> values = OPTIONS.get(option);
        if (values == null) {
            throw Refusals.of(
                    GuardRule.EXPLAIN,
                    "EXPLAIN may not be given the option " + name.shown(),
                    name.at());
        }
        if (tokens.atSymbol(",") || tokens.atSymbol(")")) {
            return new Statement.Option(option, "true");
        }
        Token value = tokens.take();
        String given = value.text().toLowerCase(Locale.ROOT);
        if (!values.contains(given)) {
            throw Refusals.of(
                    GuardRule.EXPLAIN,
                    "EXPLAIN's " + option + " cannot be " + value.shown(),
                    value.at());
        }
        return new Statement.Option(option, given);
    }
}
