package dev.surveyor.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surveyor.catalog.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir Path parent;

    @Test
    void aFolderIsMadeAndHeldUntilItIsClosed() {
        Path path = parent.resolve("deep/data");
        try (DataFolder folder = DataFolder.open(path, 1)) {
            folder.noteProcess("http://127.0.0.1:8080", new Secret("k"));
            assertThatThrownBy(() -> DataFolder.open(path, 1))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("in use by another Surveyor at http://127.0.0.1:8080");
        }
        DataFolder.open(path, 1).close();
    }

    @Test
    void aFolderThatANewerSurveyorWroteIsNotTouched() throws IOException {
        try (DataFolder folder = DataFolder.open(parent, 2)) {
            folder.noteCatalogVersion(2);
        }
        Files.createDirectories(parent.resolve("postgres"));
        assertThatThrownBy(() -> DataFolder.open(parent, 1))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("newer Surveyor (catalog version 2, this one knows 1)");
        DataFolder.open(parent, 2).close();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(parent.resolve("data"), "");
        assertThatThrownBy(() -> DataFolder.open(file, 1))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsToldAsSuch() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data"), 1))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void onlyADemosDataIsThrownAway() throws IOException {
        Files.writeString(parent.resolve("notes.txt"), "mine");
        try (DataFolder folder = DataFolder.open(parent, 1)) {
            folder.noteDemo();
            Files.createDirectories(parent.resolve("postgres/base"));
            assertThatThrownBy(() -> DataFolder.discardDemo(parent)).hasMessageContaining("in use");
        }
        DataFolder.discardDemo(parent);
        assertThat(parent.resolve("postgres")).doesNotExist();
        assertThat(parent.resolve("notes.txt")).exists();
    }

    @Test
    void aDemoOnDataThatWasThereBeforeDoesNotMakeItTheDemos() throws IOException {
        Files.createDirectories(parent.resolve("postgres/base"));
        try (DataFolder folder = DataFolder.open(parent, 1)) {
            folder.noteDemo();
        }
        assertThatThrownBy(() -> DataFolder.discardDemo(parent))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("not made by the demo");
        assertThat(parent.resolve("postgres/base")).exists();
    }
}
