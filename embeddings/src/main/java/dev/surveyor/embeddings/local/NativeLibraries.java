package dev.surveyor.embeddings.local;

import dev.surveyor.embeddings.EmbeddingException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The runtime's and the tokenizer's own code, unpacked where later starts find it instead of into a
 * new temporary folder each time.
 */
@SuppressWarnings("restricted") // loading native code is what it is for
final class NativeLibraries {

    /** The system property that says where the runtime's libraries lie. */
    private static final String RUNTIME_FOLDER = "onnxruntime.native.path";

    private static final String TOKENIZER = "tokenizers";

    private static final Object RUNTIME_LOCK = new Object();
    private static final Object TOKENIZER_LOCK = new Object();
    private static boolean runtimePrepared;
    private static boolean tokenizerPrepared;

    private NativeLibraries() {}

    /** The runtime's own loader then reads them from where they lie. */
    static void prepareRuntime(CacheFolder cache) throws IOException {
        synchronized (RUNTIME_LOCK) {
            if (!runtimePrepared) {
                Path runtime =
                        unpacked(
                                cache,
                                "ai/onnxruntime/native/" + system("x64"),
                                System.mapLibraryName("onnxruntime"),
                                System.mapLibraryName("onnxruntime4j_jni"));
                System.setProperty(RUNTIME_FOLDER, runtime.toString());
                runtimePrepared = true;
            }
        }
    }

    static void prepareTokenizer(CacheFolder cache) throws IOException {
        synchronized (TOKENIZER_LOCK) {
            if (!tokenizerPrepared) {
                String name = System.mapLibraryName(TOKENIZER);
                Path folder = unpacked(cache, "native/lib/" + system("x86_64") + "/cpu", name);
                System.load(folder.resolve(name).toString());
                tokenizerPrepared = true;
            }
        }
    }

    /** The folder that holds the unpacked files, named after their content. */
    private static Path unpacked(CacheFolder cache, String packedFolder, String... names)
            throws IOException {
        List<Content> contents = new ArrayList<>();
        for (String name : names) {
            contents.add(content(packedFolder + "/" + name));
        }
        Path folder =
                cache.subfolder(
                        "native-"
                                + contents.stream()
                                        .map(Content::key)
                                        .collect(Collectors.joining("-")));
        for (int i = 0; i < names.length; i++) {
            cache.unpack(contents.get(i), folder.resolve(names[i]));
        }
        return folder;
    }

    private static Content content(String resource) throws IOException {
        URL url = NativeLibraries.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new EmbeddingException(
                    EmbeddingException.Code.MODEL_FAILED,
                    false,
                    ("Local embedding models do not run on this system (there is no %s): set"
                                    + " surveyor.embeddings.provider to ollama.")
                            .formatted(resource),
                    null);
        }
        try {
            return Content.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String system(String intel) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("mac") ? "osx" : name.contains("windows") ? "win" : "linux";
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : intel);
    }
}
