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

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle GET_BASE =
            LINKER.downcallHandle(FunctionDescriptor.of(ValueLayout.ADDRESS));
    private static final MethodHandle GET_API =
            LINKER.downcallHandle(FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private static final MethodHandle CREATE =
            LINKER.downcallHandle(
                    FunctionDescriptor.of(
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS));

    private static boolean held;

    private HeldRuntime() {}

    /** Yes, but saying so the first time takes a while, which is better spent beside other work. */
    static boolean isAwake() {
        return LINKER != null;
    }

    /** After {@link NativeLibraries#prepareRuntime}. */
    static synchronized void hold() {
        if (held) {
            return;
        }
        Path library =
                Path.of(
                        System.getProperty(NativeLibraries.RUNTIME_FOLDER),
                        System.mapLibraryName("onnxruntime"));
        Arena forever = Arena.global();
        try {
            MemorySegment getBase =
                    SymbolLookup.libraryLookup(library, forever).findOrThrow("OrtGetApiBase");
            MemorySegment functions = table((MemorySegment) GET_BASE.invokeExact(getBase), 1);
            MemorySegment getApi = functions.getAtIndex(ValueLayout.ADDRESS, 0);
            MemorySegment table =
                    table((MemorySegment) GET_API.invokeExact(getApi, API_VERSION), CREATE_ENV + 1);
            MemorySegment status =
                    (MemorySegment)
                            CREATE.invokeExact(
                                    table.getAtIndex(ValueLayout.ADDRESS, CREATE_ENV),
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
