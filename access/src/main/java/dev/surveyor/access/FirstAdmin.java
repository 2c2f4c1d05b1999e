package dev.surveyor.access;

import java.util.Optional;

/** The administrator whom the first start makes. */
public interface FirstAdmin {

    String USERNAME = "admin";

    /** The password that was made up at this start; given once, then forgotten. */
    Optional<String> takePassword();
}
