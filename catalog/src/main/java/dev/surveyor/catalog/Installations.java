package dev.surveyor.catalog;

/** Reads what the catalog says of this installation. */
public interface Installations {

    /**
     * Reads the one installation of this catalog.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not answer
     */
    Installation current();
}
