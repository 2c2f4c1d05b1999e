package dev.surveyor.llm;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What JSON of a model must look like (JSON Schema 2020-12, an object at its root). */
public final class JsonSchema {

    private static final int NESTING_MAX = 50;
    private static final int FAULTS_TOLD_MAX = 5;

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(NESTING_MAX)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /** Small models like to wrap their JSON so; what is in it is as strict as without. */
    private static final Pattern WRAPPED =
            Pattern.compile("\\A\\s*```(?:json)?\\s*\\n(.*)\\n\\s*```\\s*\\z", Pattern.DOTALL);

    private final String name;
    private final String text;
    private final Schema schema;

    private JsonSchema(String name, String text, Schema schema) {
        this.name = name;
        this.text = text;
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @param name small letters, digits and underscores: some providers want one
     */
    public static JsonSchema of(String name, String text) {
        if (!name.matches("[a-z][a-z0-9_]{0,60}")) {
            throw new IllegalArgumentException("Not a schema's name: " + name);
        }
        JsonNode root = JSON.readTree(text);
        if (!root.path("type").asString("").equals("object")) {
            throw new IllegalArgumentException("A schema's root is an object");
        }
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(root);
        return new JsonSchema(name, text, schema);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /**
     * @throws MisfitException when the answer is no JSON, or other JSON
     */
    JsonNode fit(String answer) {
        Matcher wrapped = WRAPPED.matcher(answer);
        JsonNode json;
        try {
            json = JSON.readTree(wrapped.matches() ? wrapped.group(1) : answer);
        } catch (JacksonException e) {
            throw new MisfitException("it is not JSON: " + e.getOriginalMessage());
        }
        List<Error> faults = schema.validate(json);
        if (!faults.isEmpty()) {
            throw new MisfitException(
                    faults.stream()
                            .limit(FAULTS_TOLD_MAX)
                            .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                            .collect(Collectors.joining("; ")));
        }
        return json;
    }

    /** What is wrong with an answer; told to the model only, since it quotes it. */
    static final class MisfitException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MisfitException(String message) {
            super(message);
        }
    }
}
