package dev.surveyor.app.settings;

/** What this program is a build of. */
public final class Build {

    private Build() {}

    public static String version() {
        String version = Build.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
