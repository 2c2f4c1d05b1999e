package dev.surveyor.eval.planner;

import dev.surveyor.eval.questions.Question;
import dev.surveyor.query.plan.link.Lookup;
import dev.surveyor.query.plan.query.Query;
import dev.surveyor.query.plan.words.Sentence;

/** A question to learn from, with its gold as a plan. */
record Studied(Question question, Lookup lookup, Sentence sentence, Query gold) {}
