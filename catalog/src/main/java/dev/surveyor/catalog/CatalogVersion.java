package dev.surveyor.catalog;

/** Which version of the catalog's schema this program lays out. */
public final class CatalogVersion {

    /** The number of the last migration. */
    public static final int KNOWN = 6;

    private CatalogVersion() {}
}
