package dev.lanes.kernel.net;

import dev.lanes.kernel.matmul.BlockedMatMul;
import dev.lanes.kernel.matmul.Panels;
import dev.lanes.kernel.matmul.TileRoom;

/// A batch of samples and the room it needs on its way through a [DenseNet]: each layer
/// is a matrix product, with the weights packed once and ahead of time.
///
/// Several threads may work on one batch at once, each on rows of its own.
public final class DenseBatch {
    private final DenseNet network;
    private final float[][] packed;
    private final float[][] activations;
    private final TileRoom[] rooms;

    /// @param samples `(rows, inputs)`, one sample after another
    public DenseBatch(DenseNet network, float[] samples, int rows) {
        this.network = network;
        int layers = network.layers();
        packed = new float[layers][];
        activations = new float[layers + 1][];
        activations[0] = samples;
        for (int layer = 0; layer < layers; layer++) {
            int inputs = network.width(layer);
            int outputs = network.width(layer + 1);
            packed[layer] = new float[Panels.length(inputs, outputs)];
            Panels.pack(network.weights(layer), packed[layer], inputs, outputs);
            activations[layer + 1] = new float[rows * outputs];
        }
        rooms = new TileRoom[rows];
    }

    /// Takes the samples `fromRow` (included) to `toRow` (excluded) through all layers.
    public void forward(int fromRow, int toRow) {
        forward(0, network.layers(), fromRow, toRow);
    }

    /// Takes the samples `fromRow` to `toRow` through the layers `fromLayer` to
    /// `toLayer`, first included, last excluded; they must have been through the layers
    /// before.
    public void forward(int fromLayer, int toLayer, int fromRow, int toRow) {
        for (int layer = fromLayer; layer < toLayer && fromRow < toRow; layer++) {
            float[] outputs = activations[layer + 1];
            BlockedMatMul.multiplyRows(activations[layer], packed[layer], outputs,
                    roomOf(fromRow), fromRow, toRow,
                    network.width(layer), network.width(layer + 1));
            if (layer < network.layers() - 1) {
                VectorBias.addAndRectify(outputs, network.biases(layer), fromRow, toRow);
            } else {
                VectorBias.add(outputs, network.biases(layer), fromRow, toRow);
            }
        }
    }

    /// The room of the thread whose samples begin at this row; no two threads begin at the
    /// same one. Made when it is first asked for: most rows are nobody's first.
    private TileRoom roomOf(int row) {
        if (rooms[row] == null) {
            rooms[row] = new TileRoom();
        }
        return rooms[row];
    }

    /// The outputs of the last layer, `(rows, outputs)`.
    public float[] scores() {
        return activations[network.layers()];
    }
}
