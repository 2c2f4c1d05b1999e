package dev.surveyor.query.session;

/** When somebody is told that their question is kept; not before it is on the disk. */
public enum Acknowledged {
    /** Before it is answered: events tell its run. */
    AT_ONCE,
    /** With the answer: the disk is waited for once, and holds both then. */
    WITH_ITS_ANSWER
}
