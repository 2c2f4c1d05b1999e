package dev.surveyor.sources.guard.postgres;

import dev.surveyor.sources.GuardRule;
import dev.surveyor.sources.guard.Refusals;
import dev.surveyor.sources.guard.postgres.Expression.Argument;
import dev.surveyor.sources.guard.postgres.Expression.Call;
import dev.surveyor.sources.guard.postgres.Expression.Cast;
import dev.surveyor.sources.guard.postgres.Expression.Column;
import dev.surveyor.sources.guard.postgres.Expression.Element;
import dev.surveyor.sources.guard.postgres.Expression.Field;
import dev.surveyor.sources.guard.postgres.Expression.Literal;
import dev.surveyor.sources.guard.postgres.Expression.Phrase;
import dev.surveyor.sources.guard.postgres.Expression.Piece;
import dev.surveyor.sources.guard.postgres.Expression.Subquery;
import dev.surveyor.sources.guard.postgres.Facts.TypeFact;

/**
 * XML is made from texts that stand in the statement or in a column, never from a text put together
 * on the way: a document type in it could name files and grow without bound.
 */
final class XmlRules {

    void cast(Cast cast, TypeFact type) {
        if (type.schema().equals(NameRules.SYSTEM) && type.name().matches("_?xml")) {
            source(cast.value());
        }
    }

    void call(Call call) {
        String name = call.name().getLast();
        if (name.equals("xml") || name.startsWith("xpath") || name.startsWith("xmlexists")) {
            for (Argument argument : call.arguments()) {
                literal(argument.value());
                if (name.equals("xml")) {
                    source(argument.value());
                }
            }
        }
    }

    void phrase(Phrase phrase) {
        if (!phrase.name().startsWith("XML")) {
            return;
        }
        for (Piece piece : phrase.pieces()) {
            if (piece instanceof Piece.Value(Expression value)) {
                literal(value);
                if (phrase.name().equals("XMLPARSE")) {
                    source(value);
                }
            }
        }
    }

    private static void literal(Expression value) {
        if (value instanceof Literal literal
                && (literal.text().contains("<!DOCTYPE") || literal.text().contains("<!ENTITY"))) {
            throw Refusals.of(
                    GuardRule.XML_ENTITY,
                    "An XML document with a document type may not be read",
                    literal.at().offset());
        }
    }

    private static void source(Expression value) {
        literal(value);
        boolean readable =
                value instanceof Literal
                        || value instanceof Column
                        || value instanceof Element
                        || value instanceof Field
                        || value instanceof Subquery
                        || value instanceof Phrase
                        || (value instanceof Cast cast && isReadable(cast));
        if (!readable) {
            throw Refusals.of(
                    GuardRule.XML_ENTITY,
                    "XML may not be read from a text that is put together here",
                    value.at().offset(),
                    "XML from a literal or a column, and XMLELEMENT");
        }
    }

    private static boolean isReadable(Cast cast) {
        source(cast.value());
        return true;
    }
}
