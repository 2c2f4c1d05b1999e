package dev.surveyor.catalog;

/** What a column's values mean to people, beyond their type. */
public enum SemanticType {
    /** Nothing more is known than the type. */
    NONE,
    EMAIL,
    PHONE,
    IBAN,
    CARD_NUMBER,
    NATIONAL_ID,
    PERSON_NAME,
    BIRTH_DATE,
    POSTAL_ADDRESS,
    POSTAL_CODE,
    CITY,
    COUNTRY,
    LANGUAGE,
    CURRENCY,
    URL,
    IP_ADDRESS,
    FILE_PATH,
    UUID,
    IDENTIFIER,
    CODE,
    HASH,
    FLAG,
    YEAR,
    PERCENTAGE,
    AMOUNT,
    LATITUDE,
    LONGITUDE,
    NUMBER_IN_TEXT,
    DATE_IN_TEXT,
    JSON,
    XML,
    FREE_TEXT
}
