package dev.surveyor.app.settings;

/**
 * The three kinds of surroundings that Surveyor runs in; each has an {@code application-….yaml}.
 */
enum Profile {
    DEVELOPMENT,
    STAGING,
    PRODUCTION
}
