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
import dev.surveyor.sources.guard.postgres.Expression.TypeName;
import dev.surveyor.sources.guard.postgres.Facts.TypeFact;

/**
 * XML is made from texts that stand in the statement or in a column, never from a text put together
 * on the way: a document type in it could name files and grow without bound.
 */
final class XmlRules {

    private static final int LAYERS_MAX = 8;

    private final Facts facts;

    XmlRules(Facts facts) {
        this.facts = facts;
    }

    void cast(Cast cast, TypeFact type) {
        if (isXml(type)) {
            source(cast.value());
        }
    }

    /** Itself, an array of it, or a domain over it. */
    private boolean isXml(TypeFact type) {
        TypeFact one = type;
        for (int i = 0; i < LAYERS_MAX && !isXmlItself(one); i++) {
            TypeFact below = facts.types().get(one.kind() == 'd' ? one.base() : one.element());
            if (below == null) {
                return false;
            }
            one = below;
        }
        return isXmlItself(one);
    }

    private static boolean isXmlItself(TypeFact type) {
        return type.schema().equals(NameRules.SYSTEM) && type.name().equals("xml");
    }

    /** A column that a function makes of text, so that the text is not seen here. */
    void made(TypeName name, TypeFact type) {
        if (isXml(type)) {
            throw Refusals.of(
                    GuardRule.XML_ENTITY,
                    "XML may not be read from what a function makes here",
                    name.at().offset(),
                    "text instead, and XML from a literal or a column");
        }
    }

    /** Wherever it stands, it could become XML. */
    void text(Literal literal) {
        if (literal.text().contains("<!ENTITY")) {
            literal(literal);
        }
    }

    void call(Call call) {
        String name = call.name().getLast();
        boolean parses = name.equals("xml") || name.startsWith("xml_is_well_formed");
        if (parses || name.startsWith("xpath") || name.startsWith("xmlexists")) {
            for (Argument argument : call.arguments()) {
                literal(argument.value());
                if (parses) {
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
