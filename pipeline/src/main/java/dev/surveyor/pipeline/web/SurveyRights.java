package dev.surveyor.pipeline.web;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Permission;
import dev.surveyor.connections.Connection;
import dev.surveyor.connections.Connections;
import dev.surveyor.connections.Right;
import dev.surveyor.pipeline.PipelineException;
import dev.surveyor.pipeline.PipelineException.Code;
import dev.surveyor.pipeline.Survey;
import dev.surveyor.pipeline.Surveys;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may see and run surveys: operators all of them, others those of their connections. */
@Component
class SurveyRights {

    private final Connections connections;
    private final Surveys surveys;

    SurveyRights(Connections connections, Surveys surveys) {
        this.connections = connections;
        this.surveys = surveys;
    }

    /** The connection, if the caller may begin and end its surveys. */
    Connection toRun(UUID connection, Caller caller) {
        return of(connection, caller, Right.OWNER);
    }

    /** The survey, if the caller may see it. */
    Survey toSee(UUID survey, Caller caller) {
        return visible(survey, caller, Right.VIEW);
    }

    /** The survey, if the caller may begin and end it. */
    Survey toEnd(UUID survey, Caller caller) {
        return visible(survey, caller, Right.OWNER);
    }

    private Survey visible(UUID id, Caller caller, Right right) {
        Survey survey =
                surveys.byId(id)
                        .orElseThrow(() ->
                                new PipelineException(
                                        Code.SURVEY_UNKNOWN,
                                        "There is no such survey, or you may not see it."));
        of(survey.connection(), caller, right);
        return survey;
    }

    private Connection of(UUID connection, Caller caller, Right right) {
        if (caller.may(Permission.CONNECTIONS_WATCH)) {
            return connections
                    .byId(connection)
                    .orElseThrow(() ->
                            new PipelineException(
                                    Code.CONNECTION_UNKNOWN,
                                    "There is no such connection, or you may not see it."));
        }
        return connections.require(connection, caller, right).connection();
    }
}
