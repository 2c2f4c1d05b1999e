package dev.surveyor.query;

/** Takes what happens on the way to an answer; may wait a little, and may end it by throwing. */
@FunctionalInterface
public interface RunSink {

    void accept(RunEvent event);
}
