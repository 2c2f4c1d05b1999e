package dev.surveyor.access.web;

import dev.surveyor.access.AccessException;
import dev.surveyor.access.AccessException.Code;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.DefaultCorsProcessor;
import tools.jackson.databind.json.JsonMapper;

/** Refuses pages of other sites with a problem, as everything here is refused. */
final class ForeignOrigins extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                ProblemWriter.body(
                                        Problems.of(
                                                new AccessException(
                                                        Code.OTHER_SITE,
                                                        "Pages of this origin may not call: an operator can add it to surveyor.access.cors-origins."))));
        response.getHeaders().setContentLength(body.length);
        response.getBody().write(body);
        response.flush();
    }
}
