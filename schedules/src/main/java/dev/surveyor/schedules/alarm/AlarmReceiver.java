package dev.surveyor.schedules.alarm;

import java.util.UUID;

/** Who is woken. It may happen twice, early, or not at all: the receiver's own rows decide. */
public interface AlarmReceiver {

    void ring(UUID connection);
}
