package dev.surveyor.app.web;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Open;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What is the same for every operation of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI house() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Surveyor")
                                .version("v1")
                                .description(
                                        "Surveys databases at night and answers questions about them by day."))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme(BEARER)
                                                .description(
                                                        "Access token from /api/v1/auth/login."))
                                .addSecuritySchemes(
                                        KEY,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.APIKEY)
                                                .in(SecurityScheme.In.HEADER)
                                                .name("X-API-Key")
                                                .description("Key from /api/v1/api-keys."))
                                .addSchemas(PROBLEM, problem()));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457 problem.")
                .addProperty("status", new IntegerSchema())
                .addProperty("title", new StringSchema())
                .addProperty("detail", new StringSchema().description("What to do."))
                .addProperty("code", new StringSchema().description("Stable, for programs."))
                .addProperty("requestId", new StringSchema());
    }

    @Bean
    GlobalOperationCustomizer doors() {
        return (operation, handler) -> {
            answer(operation, "default", "Anything else: a problem with a stable code.");
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                needs(operation, needs);
            } else if (isOpen(handler)) {
                operation.setSecurity(List.of());
            }
            return operation;
        };
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.getMethodAnnotation(Open.class) != null;
    }

    private static void needs(Operation operation, Needs needs) {
        operation.setDescription("Needs the permission `%s`.".formatted(needs.value().scope()));
        operation.addExtension("x-permission", needs.value().scope());
        operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (needs.value().forKeys()) {
            operation.addSecurityItem(new SecurityRequirement().addList(KEY));
        }
    }

    private static void answer(Operation operation, String status, @Nullable String description) {
        operation
                .getResponses()
                .addApiResponse(
                        status,
                        new ApiResponse()
                                .description(description)
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(
                                                                        new Schema<>()
                                                                                .$ref(PROBLEM)))));
    }
}
