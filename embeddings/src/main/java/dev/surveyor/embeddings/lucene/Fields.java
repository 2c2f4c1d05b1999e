package dev.surveyor.embeddings.lucene;

import dev.surveyor.embeddings.Entry;
import dev.surveyor.embeddings.Filter;
import dev.surveyor.embeddings.Point;
import dev.surveyor.embeddings.PointKind;
import dev.surveyor.embeddings.Vector;
import dev.surveyor.embeddings.words.Words;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How a point lies in the index. */
final class Fields {

    static final String ID = "id";
    static final String CONNECTION = "connection";
    static final String KIND = "kind";
    static final String SCHEMA = "schema";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    static final String WORDS = "words";
    static final String VECTOR = "vector";

    private Fields() {}

    static Document document(Point point, boolean withVector) {
        Document document = new Document();
        document.add(new StringField(ID, bytes(point.id()), Field.Store.NO));
        document.add(new BinaryDocValuesField(ID, bytes(point.id())));
        document.add(new StringField(CONNECTION, point.connection(), Field.Store.YES));
        document.add(new StringField(KIND, point.kind().key(), Field.Store.YES));
        document.add(new StringField(SCHEMA, point.schema(), Field.Store.YES));
        document.add(new StoredField(SUBJECT, point.subject()));
        document.add(new StoredField(TEXT, point.text()));
        document.add(
                new TextField(WORDS, String.join(" ", Words.of(point.text())), Field.Store.NO));
        Vector vector = point.vector();
        if (vector != null && withVector) {
            document.add(
                    new KnnFloatVectorField(
                            VECTOR, vector.toArray(), VectorSimilarityFunction.DOT_PRODUCT));
        }
        return document;
    }

    static Entry entry(UUID id, Document document) {
        return new Entry(
                id,
                document.get(CONNECTION),
                PointKind.ofKey(document.get(KIND)),
                document.get(SCHEMA),
                document.get(SUBJECT),
                document.get(TEXT));
    }

    static BytesRef bytes(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(bytes.array());
    }

    static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static Term term(UUID id) {
        return new Term(ID, bytes(id));
    }

    static Query terms(Collection<UUID> ids) {
        return new TermInSetQuery(ID, ids.stream().map(Fields::bytes).toList());
    }

    /** None where everything is let through. */
    static @Nullable Query query(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        add(all, CONNECTION, filter.connections());
        Set<PointKind> kinds = filter.kinds();
        if (kinds != null) {
            add(all, KIND, kinds.stream().map(PointKind::key).collect(Collectors.toSet()));
        }
        add(all, SCHEMA, filter.schemas());
        BooleanQuery query = all.build();
        return switch (query.clauses().size()) {
            case 0 -> null;
            case 1 -> query.clauses().getFirst().query();
            default -> query;
        };
    }

    static Query orAll(@Nullable Query filter) {
        return filter == null ? MatchAllDocsQuery.INSTANCE : filter;
    }

    private static void add(BooleanQuery.Builder all, String field, @Nullable Set<String> allowed) {
        if (allowed == null) {
            return;
        }
        List<BytesRef> terms = allowed.stream().map(BytesRef::new).toList();
        Query one =
                terms.size() == 1
                        ? new TermQuery(new Term(field, terms.getFirst()))
                        : new TermInSetQuery(field, terms);
        all.add(one, Occur.FILTER);
    }
}
