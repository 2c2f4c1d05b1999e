package dev.surveyor.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The map in ARCHITECTURE.md, held against the code. */
class StructureTests {

    private static final String ROOT = "dev.surveyor.";

    /** Which modules a module may use; a new module is a new line here and in the map. */
    private static final Map<String, Set<String>> ARROWS =
            Map.ofEntries(
                    entry("catalog"),
                    entry("demo"),
                    entry("scripted"),
                    entry("access", "catalog"),
                    entry("sources", "catalog"),
                    entry("connections", "access", "sources", "catalog"),
                    entry("embeddings", "catalog"),
                    entry("llm", "catalog"),
                    entry(
                            "pipeline",
                            "connections",
                            "access",
                            "sources",
                            "embeddings",
                            "llm",
                            "catalog"),
                    entry(
                            "query",
                            "connections",
                            "access",
                            "sources",
                            "embeddings",
                            "llm",
                            "catalog"),
                    entry("schedules", "pipeline", "query", "connections", "access", "catalog"),
                    entry(
                            "app",
                            "access",
                            "catalog",
                            "connections",
                            "demo",
                            "embeddings",
                            "llm",
                            "pipeline",
                            "query",
                            "schedules",
                            "sources"));

    private static Map.Entry<String, Set<String>> entry(String module, String... used) {
        return Map.entry(module, Set.of(used));
    }

    private static final Set<String> EMPTY_WORDS =
            Set.of("common", "util", "utils", "impl", "service", "dto", "helper", "misc");

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("__"))
                    .importPackages("dev.surveyor");

    private static String module(JavaClass type) {
        String rest = type.getPackageName().substring(ROOT.length());
        int end = rest.indexOf('.');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static boolean isFace(JavaClass type) {
        return type.getPackageName().equals(ROOT + module(type));
    }

    private static DescribedPredicate<JavaClass> that(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    @Test
    void everyModuleIsOnTheMap() {
        Set<String> found =
                HOUSE.stream()
                        .map(StructureTests::module)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).isEqualTo(new TreeSet<>(ARROWS.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> arrowsRunOneWay() {
        return ARROWS.entrySet().stream()
                .map(arrow ->
                        DynamicTest.dynamicTest(
                                arrow.getKey() + " uses only " + arrow.getValue(),
                                () ->
                                        noClasses()
                                                .that()
                                                .resideInAPackage(ROOT + arrow.getKey() + "..")
                                                .should()
                                                .dependOnClassesThat(
                                                        that(
                                                                "belong to another module",
                                                                type ->
                                                                        isOurs(type)
                                                                                && !module(type)
                                                                                        .equals(
                                                                                                arrow
                                                                                                        .getKey())
                                                                                && !arrow.getValue()
                                                                                        .contains(
                                                                                                module(
                                                                                                        type))))
                                                .check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> roomsAreSeenByTheirOwnModuleOnly() {
        return ARROWS.keySet().stream()
                .map(module ->
                        DynamicTest.dynamicTest(
                                module,
                                () ->
                                        noClasses()
                                                .that()
                                                .resideInAPackage(ROOT + module + "..")
                                                .should()
                                                .dependOnClassesThat(
                                                        that(
                                                                "are rooms of another module",
                                                                type ->
                                                                        isOurs(type)
                                                                                && !module(type)
                                                                                        .equals(
                                                                                                module)
                                                                                && !isFace(type)))
                                                .check(HOUSE)));
    }

    @Test
    void springBootIsKnownToConfigurationsSettingsAndTheAppOnly() {
        noClasses()
                .that(
                        that(
                                "are neither configuration nor settings nor the app's",
                                type ->
                                        !module(type).equals("app")
                                                && !type.getSimpleName().endsWith("Configuration")
                                                && !type.getSimpleName().endsWith("Settings")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.boot..")
                .check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<String> packages =
                HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).isNotEmpty();
        for (String name : packages) {
            assertThat(HOUSE.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as(name + " has a package-info with @NullMarked")
                    .isTrue();
        }
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        assertThat(HOUSE.stream().map(JavaClass::getPackageName))
                .allSatisfy(name ->
                        assertThat(List.of(name.split("\\.")))
                                .doesNotContainAnyElementsOf(EMPTY_WORDS));
    }

    @Test
    void settingsAndValuesHaveNoSetters() {
        classes()
                .that(that("are settings", type -> type.getSimpleName().endsWith("Settings")))
                .should()
                .beRecords()
                .check(HOUSE);
    }
}
