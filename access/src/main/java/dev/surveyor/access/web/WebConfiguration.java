package dev.surveyor.access.web;

import dev.surveyor.access.AccessSettings;
import dev.surveyor.access.limits.RateLimits;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.type.LogicalType;

/** One set-up for every HTTP surface. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final String DISPATCHER = "dispatcherServlet";

    private static final String CONTENT_SECURITY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Servlets other than Spring MVC's would have no doorkeeper: they are closed. */
    @Bean
    SecurityFilterChain everyDoor(
            HttpSecurity http,
            Credentials credentials,
            RateLimits limits,
            AccessSettings settings) {
        http.sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .addFilter(cors(settings))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .addHeaderWriter(
                                        new StaticHeadersWriter(
                                                "Cross-Origin-Opener-Policy", "same-origin")))
                .authorizeHttpRequests(requests ->
                        requests.anyRequest()
                                .access((who, context) ->
                                        new AuthorizationDecision(
                                                DISPATCHER.equals(
                                                        context.getRequest()
                                                                .getHttpServletMapping()
                                                                .getServletName()))))
                .addFilterBefore(
                        new CredentialFilter(credentials, limits), AuthorizationFilter.class)
                .addFilterAfter(new BodyFilter(settings.bodyMax()), CredentialFilter.class);
        return http.build();
    }

    private static CorsFilter cors(AccessSettings settings) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.corsOrigins());
        allowed.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(
                List.of(
                        "Authorization",
                        "Content-Type",
                        Credentials.KEY_HEADER,
                        ExchangeFilter.HEADER));
        allowed.setExposedHeaders(List.of(ExchangeFilter.HEADER, "Retry-After"));
        allowed.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        CorsFilter filter = new CorsFilter(source);
        filter.setCorsProcessor(new ForeignOrigins());
        return filter;
    }

    /** Spring Security would otherwise make up a user of its own. */
    @Bean
    UserDetailsService nobodyByName() {
        return name -> {
            throw new UsernameNotFoundException("People are known by their credentials only");
        };
    }

    /** As a bean it stands before the handlers of all mappings, also those of libraries. */
    @Bean
    static MappedInterceptor doorkeeper() {
        return new MappedInterceptor(null, new Doorkeeper());
    }

    @Bean
    WebMvcConfigurer callersAndJson() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            // We speak JSON, whatever somebody says to accept: above all when we refuse. Who wants
            // events where there are some gets them.
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer types) {
                types.strategies(List.of(request -> wantsEvents(request) ? EVENTS : JSON));
            }
        };
    }

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON, MediaType.ALL);
    private static final List<MediaType> EVENTS =
            List.of(MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON, MediaType.ALL);

    private static boolean wantsEvents(NativeWebRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** JSON is read to the letter: what is not understood is refused, not dropped. */
    @Bean
    JsonMapperBuilderCustomizer toTheLetter() {
        return builder ->
                builder.enable(
                                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                text ->
                                        refuse(
                                                text,
                                                CoercionInputShape.Integer,
                                                CoercionInputShape.Float,
                                                CoercionInputShape.Boolean))
                        .withCoercionConfigDefaults(any ->
                                refuse(
                                        any,
                                        CoercionInputShape.EmptyString,
                                        CoercionInputShape.EmptyArray));
    }

    private static void refuse(MutableCoercionConfig config, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }
}
