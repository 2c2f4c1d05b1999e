package dev.surveyor.schedules.alarm;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz keeps as the kind of its alarms; what it does is put in its place at each firing. */
public final class NightJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        throw new IllegalStateException("The alarms were opened by somebody else.");
    }
}
