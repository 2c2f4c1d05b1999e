package dev.surveyor.schedules.web;

import dev.surveyor.catalog.SealedColumn;
import dev.surveyor.catalog.Sealer;
import dev.surveyor.connections.ConnectionsException;
import dev.surveyor.connections.Destinations;
import dev.surveyor.schedules.SchedulesException;
import dev.surveyor.schedules.nights.Schedule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told of failed nights: checked before it is saved, its secret sealed. */
@Component
class Receivers {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e&&[^@#]]+");
    private static final String FIELD = "webhookUrl";

    private final Destinations destinations;
    private final Sealer sealer;

    Receivers(Destinations destinations, Sealer sealer) {
        this.destinations = destinations;
        this.sealer = sealer;
    }

    /**
     * The address; empty: none.
     *
     * @throws SchedulesException when it is none or leads where it may not
     */
    String address(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return "";
        }
        try {
            URI url = URI.create(typed);
            if (!ADDRESS.matcher(typed).matches() || url.getHost() == null) {
                throw malformed();
            }
            destinations.of(url.getHost());
            return typed;
        } catch (IllegalArgumentException e) {
            throw malformed();
        } catch (ConnectionsException e) {
            throw SchedulesException.refused(FIELD, e.getMessage());
        }
    }

    private static SchedulesException malformed() {
        return SchedulesException.invalid(
                FIELD, "must be an address such as https://example.org/surveys, without a login");
    }

    /** The secret as the store keeps it: a new one, or the one that there was for this address. */
    @Nullable String secret(ScheduleFields fields, String address, Schedule before) {
        if (address.isEmpty()) {
            return null;
        }
        String typed = fields.webhookSecret();
        if (typed != null) {
            return sealer.seal(
                    typed.getBytes(StandardCharsets.UTF_8),
                    SealedColumn.SCHEDULE_WEBHOOK_SECRET.place(before.connection()));
        }
        if (!address.equals(before.webhookUrl()) || before.sealedSecret() == null) {
            throw SchedulesException.invalid(
                    "webhookSecret",
                    "must be given with a new address: messages are signed with it");
        }
        return before.sealedSecret();
    }
}
