package org.dflib.jjava.jupyter.kernel.magic;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Where a notebook or an extension registers magics. */
public class MagicsRegistry {
    private final BaseKernel kernel;

    public MagicsRegistry(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @SuppressWarnings("unchecked") // there is one kernel
    public MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
        LineMagic<?, BaseKernel> fitting = (LineMagic<?, BaseKernel>) magic;
        kernel.getMagics().registerLineMagic(name, arguments -> fitting.eval(kernel, arguments));
        return this;
    }

    @SuppressWarnings("unchecked") // there is one kernel
    public MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
        CellMagic<?, BaseKernel> fitting = (CellMagic<?, BaseKernel>) magic;
        kernel.getMagics().registerCellMagic(name, (arguments, body) -> fitting.eval(kernel, arguments, body));
        return this;
    }
}
