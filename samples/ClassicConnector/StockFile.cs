using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace Cleverence.Connectivity.ClassicDemo
{
    /// <summary>The accounting system of this sample: a text file with one cell a line, "id;name;barcode;cell;quantity".</summary>
    internal static class StockFile
    {
        private const string Demo =
            "00-01;Вода питьевая 0,5 л;4600000000017;A-01-1;120\n" +
            "00-01;Вода питьевая 0,5 л;4600000000017;A-02-1;36\n" +
            "00-02;Батарейка AA;4600000000024;B-01-3;12.5\n";

        public static List<StockLine> Read(string path)
        {
            string text = string.IsNullOrEmpty(path) ? Demo : File.ReadAllText(path, Encoding.UTF8);
            List<StockLine> lines = new List<StockLine>();
            foreach (string line in text.Split(new char[] { '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries))
            {
                string[] parts = line.Split(';');
                if (parts.Length != 5)
                    throw new FormatException("В строке остатков должно быть 5 полей: " + line);
                lines.Add(new StockLine
                {
                    ProductId = parts[0],
                    Name = parts[1],
                    Barcode = parts[2],
                    Cell = parts[3],
                    Quantity = decimal.Parse(parts[4], CultureInfo.InvariantCulture)
                });
            }
            return lines;
        }
    }
}
