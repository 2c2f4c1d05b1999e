package dev.surveyor.sources.meaning;

import java.util.List;

/** Asks every rule and takes the surest one's word. */
public final class Meanings {

    private static final List<MeaningRule> RULES =
            List.of(
                    new AmountRule(),
                    new BirthDateRule(),
                    new CardNumberRule(),
                    new CityRule(),
                    new CodeRule(),
                    new CountryRule(),
                    new CurrencyRule(),
                    new DateInTextRule(),
                    new EmailRule(),
                    new FilePathRule(),
                    new FlagRule(),
                    new FreeTextRule(),
                    new HashRule(),
                    new IbanRule(),
                    new IdentifierRule(),
                    new IpAddressRule(),
                    new JsonRule(),
                    new LanguageRule(),
                    new LatitudeRule(),
                    new LongitudeRule(),
                    new NationalIdRule(),
                    new NumberInTextRule(),
                    new PercentageRule(),
                    new PersonNameRule(),
                    new PhoneRule(),
                    new PostalAddressRule(),
                    new PostalCodeRule(),
                    new UrlRule(),
                    new UuidRule(),
                    new XmlRule(),
                    new YearRule());

    private static final List<PersonalRule> PERSONAL =
            List.of(new MailWithinRule(), new PayRule(), new RemarkRule());

    private Meanings() {}

    public static Meaning of(Evidence evidence) {
        Meaning surest = Meaning.NOTHING;
        for (MeaningRule rule : RULES) {
            Meaning meaning = rule.judge(evidence);
            if (meaning.confidence() > surest.confidence()) {
                surest = meaning;
            }
        }
        return surest.personal() == null ? withSigns(surest, evidence) : surest;
    }

    private static Meaning withSigns(Meaning meaning, Evidence evidence) {
        return PERSONAL.stream()
                .flatMap(rule -> rule.judge(evidence).stream())
                .findFirst()
                .map(sign -> new Meaning(meaning.type(), meaning.confidence(), sign))
                .orElse(meaning);
    }
}
