package dev.surveyor.sources.meaning;

import java.util.Set;

/** Words of names that say that rows are persons, or are about one each. */
final class Persons {

    static final Set<String> WORDS =
            Set.of(
                    "person",
                    "people",
                    "employee",
                    "customer",
                    "client",
                    "student",
                    "teacher",
                    "staff",
                    "author",
                    "actor",
                    "user",
                    "member",
                    "patient",
                    "doctor",
                    "physician",
                    "nurse",
                    "player",
                    "singer",
                    "artist",
                    "candidate",
                    "contact",
                    "driver",
                    "owner",
                    "guest",
                    "professor",
                    "instructor",
                    "director",
                    "passenger",
                    "voter",
                    "donor",
                    "applicant",
                    "manager",
                    "coach",
                    "pilot",
                    "recipient",
                    "addressee",
                    "subscriber",
                    "tenant",
                    "resident",
                    "worker",
                    "kunde",
                    "kunden",
                    "mitarbeiter",
                    "personal",
                    "mitglied");

    private Persons() {}
}
