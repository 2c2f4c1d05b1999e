package dev.surveyor.embeddings.local;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Holds the runtime's environment until the process ends. Its Java binding releases it in a
 * shutdown hook of its own, which runs beside ours and crashes the process when a text is under
 * way; the environment counts who holds it, so one holder more makes that release harmless.
 */
@SuppressWarnings("restricted") // the function table is known to be as long as we read
final class HeldRuntime {

    /** The first version of the C interface that has what is called here; newer ones keep it. */
    private static final int API_VERSION = 1;

    /** Place of CreateEnv in the table of functions, which only ever grows at its end. */
    private static final int CREATE_ENV = 3;

    private static final int LOG_ERRORS = 3;

    private static boolean held;

    private HeldRuntime() {}

    static synchronized void hold() {
        String folder = System.getProperty(NativeLibraries.RUNTIME_FOLDER);
        if (held || folder == null) {
            return;
        }
        Path library = Path.of(folder, System.mapLibraryName("onnxruntime"));
        Linker linker = Linker.nativeLinker();
        Arena forever = Arena.global();
        FunctionDescriptor getBase = FunctionDescriptor.of(ValueLayout.ADDRESS);
        FunctionDescriptor getApi =
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        FunctionDescriptor createEnv =
                FunctionDescriptor.of(
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS);
        try {
            MethodHandle base =
                    linker.downcallHandle(
                            SymbolLookup.libraryLookup(library, forever)
                                    .findOrThrow("OrtGetApiBase"),
                            getBase);
            MemorySegment functions = table((MemorySegment) base.invokeExact(), 1);
            MethodHandle api =
                    linker.downcallHandle(functions.getAtIndex(ValueLayout.ADDRESS, 0), getApi);
            MemorySegment table =
                    table((MemorySegment) api.invokeExact(API_VERSION), CREATE_ENV + 1);
            MethodHandle create =
                    linker.downcallHandle(
                            table.getAtIndex(ValueLayout.ADDRESS, CREATE_ENV), createEnv);
            MemorySegment status =
                    (MemorySegment)
                            create.invokeExact(
                                    LOG_ERRORS,
                                    forever.allocateFrom("surveyor"),
                                    forever.allocate(ValueLayout.ADDRESS));
            held = status.equals(MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException("The model runtime has no environment to hold", e);
        }
    }

    private static MemorySegment table(MemorySegment address, int functions) {
        return address.reinterpret(functions * ValueLayout.ADDRESS.byteSize());
    }
}
