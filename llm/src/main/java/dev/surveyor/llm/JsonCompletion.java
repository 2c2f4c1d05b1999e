package dev.surveyor.llm;

import tools.jackson.databind.JsonNode;

/**
 * JSON that fits the schema it was asked for.
 *
 * @param reasked whether the first answer did not fit; its tokens are counted too
 */
public record JsonCompletion(JsonNode json, boolean reasked, Usage usage) {}
