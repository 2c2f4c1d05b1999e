package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.guard.postgres.Expression.Argument;
import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls that SQL writes in a notation of their own; XML's among them. */
final class PhraseParser {

    private final Parser parser;

    PhraseParser(Parser parser) {
        this.parser = parser;
    }

    private Tokens tokens() {
        return parser.tokens;
    }

    @Nullable Expression readOrNone(String word, Position at) {
        if (word.equals("collation") && tokens().peek(1).isWord("for")) {
            tokens().take();
            return builder(at)
                    .expect("for")
                    .symbol("(")
                    .value()
                    .symbol(")")
                    .output("pg_collation_for")
                    .build("COLLATION");
        }
        if (!tokens().peek(1).isSymbol("(")) {
            return null;
        }
        return tokens().nested(() -> phrase(word, at));
    }

    private PhraseBuilder builder(Position at) {
        return new PhraseBuilder(parser, at);
    }

    private @Nullable Expression phrase(String word, Position at) {
        return switch (word) {
            case "extract" -> extract(at);
            case "overlay", "position", "substring", "trim", "normalize" -> text(word, at);
            case "coalesce", "greatest", "least", "nullif", "grouping" -> list(word, at);
            case "cast" -> cast(at);
            case "xmlconcat" -> list(word, at);
            case "xmlelement",
                    "xmlexists",
                    "xmlforest",
                    "xmlparse",
                    "xmlpi",
                    "xmlroot",
                    "xmlserialize" ->
                    xml(word, at);
            default -> parser.json.readOrNone(word, at);
        };
    }

    private Expression cast(Position at) {
        tokens().take();
        tokens().expectSymbol("(");
        Expression value = parser.expressions.read();
        tokens().expectWord("as");
        Expression cast = new Expression.Cast(value, parser.types.read(), at);
        tokens().expectSymbol(")");
        return cast;
    }

    private Phrase list(String word, Position at) {
        tokens().take();
        return builder(at).symbol("(").values().symbol(")").output(word).build(upper(word));
    }

    private Phrase extract(Position at) {
        tokens().take();
        PhraseBuilder extract = builder(at).symbol("(");
        Token field = tokens().take();
        if (field.kind() != Kind.WORD && field.kind() != Kind.NAME && field.kind() != Kind.STRING) {
            throw tokens().unexpected("a field such as YEAR");
        }
        return extract.name(field.text())
                .expect("from")
                .value()
                .symbol(")")
                .output("extract")
                .build("EXTRACT");
    }

    private Expression text(String word, Position at) {
        tokens().take();
        PhraseBuilder phrase = builder(at).symbol("(");
        return switch (word) {
            case "trim" -> trim(phrase);
            case "position" ->
                    phrase.value(parser.expressions.read(ExpressionParser.OTHER))
                            .expect("in")
                            .value(parser.expressions.read(ExpressionParser.OTHER))
                            .symbol(")")
                            .output(word)
                            .build("POSITION");
            case "normalize" -> normalize(phrase);
            default -> cut(word, phrase, at);
        };
    }

    /** SUBSTRING and OVERLAY; with commas they are ordinary functions. */
    private Expression cut(String word, PhraseBuilder phrase, Position at) {
        Expression first = parser.expressions.read();
        if (!tokens().atAnyWord("placing", "from", "for", "similar")) {
            List<Argument> arguments = new ArrayList<>();
            arguments.add(new Argument(null, false, first));
            while (tokens().acceptSymbol(",")) {
                arguments.add(new Argument(null, false, parser.expressions.read()));
            }
            tokens().expectSymbol(")");
            return new Call(
                    List.of(word), false, false, arguments, List.of(), null, null, null, at);
        }
        phrase.value(first);
        for (String part : List.of("placing", "similar", "escape", "from", "for", "from")) {
            if (phrase.accept(part)) {
                phrase.value();
            }
        }
        return phrase.symbol(")").output(word).build(upper(word));
    }

    private Phrase trim(PhraseBuilder phrase) {
        String output = "btrim";
        if (phrase.accept("leading")) {
            output = "ltrim";
        } else if (phrase.accept("trailing")) {
            output = "rtrim";
        } else {
            phrase.accept("both");
        }
        if (phrase.accept("from")) {
            phrase.values();
        } else {
            phrase.values();
            if (phrase.accept("from")) {
                phrase.values();
            }
        }
        return phrase.symbol(")").output(output).build("TRIM");
    }

    private Phrase normalize(PhraseBuilder phrase) {
        phrase.value();
        if (phrase.acceptSymbol(",")) {
            if (!tokens().atAnyWord("nfc", "nfd", "nfkc", "nfkd")) {
                throw tokens().unexpected("NFC, NFD, NFKC or NFKD");
            }
            phrase.expect(tokens().peek().text());
        }
        return phrase.symbol(")").output("normalize").build("NORMALIZE");
    }

    private Phrase xml(String word, Position at) {
        tokens().take();
        PhraseBuilder xml = builder(at).symbol("(");
        switch (word) {
            case "xmlelement" -> element(xml);
            case "xmlforest" -> labelled(xml);
            case "xmlexists" -> passing(xml.value());
            case "xmlparse" -> {
                documentOrContent(xml);
                xml.value();
                if (!xml.acceptPair("preserve", "whitespace")) {
                    xml.acceptPair("strip", "whitespace");
                }
            }
            case "xmlpi" -> {
                xml.expect("name").name(tokens().label());
                if (xml.acceptSymbol(",")) {
                    xml.value();
                }
            }
            case "xmlroot" -> root(xml);
            default -> {
                documentOrContent(xml);
                xml.value().expect("as").type();
                if (!xml.accept("indent")) {
                    xml.acceptPair("no", "indent");
                }
            }
        }
        return xml.symbol(")").output(word).build(upper(word));
    }

    private void documentOrContent(PhraseBuilder xml) {
        if (!xml.accept("document")) {
            xml.expect("content");
        }
    }

    private void element(PhraseBuilder xml) {
        xml.expect("name").name(tokens().label());
        while (xml.acceptSymbol(",")) {
            if (tokens().atWord("xmlattributes") && tokens().peek(1).isSymbol("(")) {
                xml.expect("xmlattributes").symbol("(");
                labelled(xml);
                xml.symbol(")");
            } else {
                xml.value();
            }
        }
    }

    private void labelled(PhraseBuilder xml) {
        do {
            xml.value();
            if (xml.accept("as")) {
                xml.name(tokens().label());
            }
        } while (xml.acceptSymbol(","));
    }

    private void passing(PhraseBuilder xml) {
        xml.expect("passing");
        byMechanism(xml);
        xml.value(parser.primaries.read());
        byMechanism(xml);
    }

    private void byMechanism(PhraseBuilder xml) {
        if (!xml.acceptPair("by", "ref")) {
            xml.acceptPair("by", "value");
        }
    }

    private void root(PhraseBuilder xml) {
        xml.value().symbol(",").expect("version");
        if (!xml.acceptPair("no", "value")) {
            xml.value();
        }
        if (xml.acceptSymbol(",")) {
            xml.expect("standalone");
            if (!xml.accept("yes") && !xml.acceptPair("no", "value")) {
                xml.expect("no");
            }
        }
    }

    Phrase xmlTable() {
        Position at = tokens().position();
        tokens().take();
        PhraseBuilder xml = builder(at).symbol("(");
        if (xml.accept("xmlnamespaces")) {
            xml.symbol("(");
            do {
                if (xml.accept("default")) {
                    xml.value();
                } else {
                    xml.value().expect("as").name(tokens().label());
                }
            } while (xml.acceptSymbol(","));
            xml.symbol(")").symbol(",");
        }
        xml.value(parser.primaries.read());
        passing(xml);
        xml.expect("columns");
        do {
            xmlColumn(xml);
        } while (xml.acceptSymbol(","));
        return xml.symbol(")").build("XMLTABLE");
    }

    private void xmlColumn(PhraseBuilder xml) {
        String name = tokens().columnName();
        xml.name(name).output(name);
        if (xml.accept("for", "ordinality")) {
            return;
        }
        xml.type();
        while (true) {
            if (xml.accept("path") || xml.accept("default")) {
                xml.value(parser.expressions.read(ExpressionParser.OTHER));
            } else if (!xml.acceptPair("not", "null") && !xml.accept("null")) {
                return;
            }
        }
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
