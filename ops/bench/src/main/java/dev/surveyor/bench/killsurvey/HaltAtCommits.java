package dev.surveyor.bench.killsurvey;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts {@link Boundaries} into a server that has these classes beside its own, if it is asked to.
 */
public final class HaltAtCommits
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String POOL = "catalogPool";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String order = System.getProperty(Boundaries.PROPERTY);
        if (order != null) {
            Boundaries boundaries = new Boundaries(Path.of(order));
            context.getBeanFactory()
                    .addBeanPostProcessor(
                            new BeanPostProcessor() {
                                @Override
                                public @Nullable Object postProcessAfterInitialization(
                                        Object bean, String name) {
                                    return name.equals(POOL)
                                            ? new WatchedSource((DataSource) bean, boundaries)
                                            : bean;
                                }
                            });
        }
    }
}
