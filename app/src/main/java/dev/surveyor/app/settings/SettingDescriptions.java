package dev.surveyor.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All properties of the house, as the build wrote them down from the settings records. */
final class SettingDescriptions {

    static final String PREFIX = "surveyor";
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private SettingDescriptions() {}

    /** Sorted by name. */
    static List<SettingDescription> load() {
        ClassLoader loader = SettingDescriptions.class.getClassLoader();
        JsonMapper mapper = JsonMapper.shared();
        List<SettingDescription> descriptions = new ArrayList<>();
        try {
            for (URL metadata : Collections.list(loader.getResources(METADATA))) {
                try (InputStream stream = metadata.openStream()) {
                    for (JsonNode property : mapper.readTree(stream).path("properties")) {
                        String name = property.path("name").asString();
                        if (name.startsWith(PREFIX + ".")) {
                            descriptions.add(describe(property, name, loader));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        descriptions.sort(Comparator.comparing(SettingDescription::name));
        return List.copyOf(descriptions);
    }

    private static SettingDescription describe(JsonNode property, String name, ClassLoader loader)
            throws ClassNotFoundException {
        Class<?> owner = Class.forName(property.path("sourceType").asString(), false, loader);
        for (RecordComponent component : owner.getRecordComponents()) {
            if (name.endsWith("." + DataObjectPropertyName.toDashedForm(component.getName()))) {
                return new SettingDescription(
                        name,
                        owner,
                        component.getName(),
                        ResolvableType.forType(component.getGenericType()),
                        text(property.path("defaultValue")),
                        text(property.path("description")));
            }
        }
        throw new IllegalStateException(owner + " has no component for " + name);
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            return String.join(", ", node.valueStream().map(JsonNode::asString).toList());
        }
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }
}
