package dev.surveyor.catalog;

/**
 * Seals what the store keeps but must not reveal: whoever reads the store learns nothing, whoever
 * moves a sealed text to another place breaks it.
 */
public interface Sealer {

    /**
     * Seals under the current key.
     *
     * @param place what the text belongs to, such as a row's kind and id; needed again to unseal
     */
    String seal(byte[] plain, String place);

    /**
     * Unseals under the key that sealed it.
     *
     * @throws CatalogException when the key is gone, the text was changed, or belongs elsewhere
     */
    byte[] unseal(String sealed, String place);
}
