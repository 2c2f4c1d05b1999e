package dev.surveyor.query;

/**
 * A question that was asked before in the same conversation, and what came of it.
 *
 * @param sql that answered it; empty where none did
 * @param response in plain words
 */
public record Turn(String question, String sql, String response) {}
