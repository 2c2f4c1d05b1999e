package dev.surveyor.query.agent;

import dev.surveyor.query.generate.ModelAccess;
import dev.surveyor.query.known.Known;
import dev.surveyor.query.source.AnswerSource;

/** What one asker's questions about one connection stand on. */
public record Ground(Known known, AnswerSource source, ModelAccess access) {}
