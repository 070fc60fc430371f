package dev.lanes.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/// Lying bars from zero, each with its interval as a whisker.
final class BarChart {
    private static final double ROOM_FOR_WHISKERS = 1.06;

    private BarChart() {}

    static JFreeChart of(List<Preview.Bar> bars, String unit) {
        DefaultCategoryDataset medians = new DefaultCategoryDataset();
        bars.forEach(bar -> medians.addValue(bar.median(), "median", bar.label()));
        CategoryPlot plot = new CategoryPlot(medians, names(), values(bars, unit), new Whiskers(bars));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(Palette.LINE);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    private static CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(Palette.plain(22));
        axis.setTickLabelPaint(Palette.INK);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(0.4f);
        axis.setCategoryMargin(0.3);
        return axis;
    }

    private static NumberAxis values(List<Preview.Bar> bars, String unit) {
        NumberAxis axis = new NumberAxis(unit);
        axis.setLabelFont(Palette.plain(20));
        axis.setLabelPaint(Palette.SOFT);
        axis.setTickLabelFont(Palette.plain(18));
        axis.setTickLabelPaint(Palette.SOFT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        NumberFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT));
        axis.setNumberFormatOverride(format);
        double most = bars.stream().mapToDouble(Preview.Bar::high).max().orElse(1);
        axis.setRange(0, most * ROOM_FOR_WHISKERS);
        return axis;
    }

    /// Draws each bar in its variant's colour and its interval over it.
    private static final class Whiskers extends BarRenderer {
        private static final double HALF_CAP = 7;

        private final transient List<Preview.Bar> bars;

        Whiskers(List<Preview.Bar> bars) {
            this.bars = bars;
            setBarPainter(new StandardBarPainter());
            setShadowVisible(false);
            setDrawBarOutline(false);
            setMaximumBarWidth(0.16);
        }

        @Override
        public Paint getItemPaint(int row, int column) {
            return Palette.variant(bars.get(column).colour());
        }

        @Override
        public void drawItem(
                Graphics2D graphics, CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot,
                CategoryAxis names, ValueAxis values, CategoryDataset data, int row, int column, int pass) {
            super.drawItem(graphics, state, area, plot, names, values, data, row, column, pass);
            Preview.Bar bar = bars.get(column);
            double low = values.valueToJava2D(bar.low(), area, plot.getRangeAxisEdge());
            double high = values.valueToJava2D(bar.high(), area, plot.getRangeAxisEdge());
            double middle = names.getCategoryMiddle(
                    column, data.getColumnCount(), area, plot.getDomainAxisEdge());
            graphics.setPaint(Color.WHITE);
            graphics.setStroke(new BasicStroke(6));
            draw(graphics, low, high, middle);
            graphics.setPaint(Palette.INK);
            graphics.setStroke(new BasicStroke(2.5f));
            draw(graphics, low, high, middle);
        }

        private static void draw(Graphics2D graphics, double low, double high, double middle) {
            graphics.draw(new Line2D.Double(low, middle, high, middle));
            graphics.draw(new Line2D.Double(low, middle - HALF_CAP, low, middle + HALF_CAP));
            graphics.draw(new Line2D.Double(high, middle - HALF_CAP, high, middle + HALF_CAP));
        }
    }
}
