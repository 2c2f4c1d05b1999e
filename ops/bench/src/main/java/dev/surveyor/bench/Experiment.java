package dev.surveyor.bench;

/**
 * Something that is tried and told as a {@link Report}. An implementation has a constructor without
 * parameters and a line in {@code META-INF/services}; nothing else learns its name. Fields of it
 * that picocli's {@code Option} marks are options of its command.
 */
public interface Experiment {

    /** What follows the command; also the name of the files that keep the result. */
    String name();

    /** One line for {@code --help}. */
    String summary();

    /** How often it is done unless the command line says so; zero for what its kind does. */
    default int timesUsual() {
        return 0;
    }
}
