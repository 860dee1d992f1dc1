using System.ComponentModel;
using System.IO.Compression;
using System.Text.Json;

namespace PrivacyAnalyzers;

/// <summary>
/// A ZIP with one JSON file for each category and an index. Generated code fills it, row by row; what it holds in memory stays small, and it writes
/// to the given stream only asynchronously, as web servers ask.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExportArchive : IAsyncDisposable
{
    private const int FlushAbove = 16 * 1024;

    private readonly Stream _output;
    private readonly Pending _pending = new();
    private readonly ZipArchive _zip;
    private readonly List<(string Name, string Category, List<(string Entity, long Rows)> Entities)> _files = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "index" };
    private readonly string _subject;
    private readonly Guid _requestId;
    private readonly DateTimeOffset _at;
    private Stream? _entry;
    private Utf8JsonWriter? _writer;

    /// <summary>Begins an archive.</summary>
    /// <param name="output">Where to. It stays open.</param>
    /// <param name="subject">The data subject's type.</param>
    /// <param name="requestId">The verified request.</param>
    /// <param name="at">When the data is read.</param>
    public ExportArchive(Stream output, string subject, Guid requestId, DateTimeOffset at)
    {
        _output = output ?? throw new ArgumentNullException(nameof(output));
        (_subject, _requestId, _at) = (subject, requestId, at);
        _zip = new ZipArchive(_pending, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Begins the file of a category.</summary>
    /// <param name="category">The category's name.</param>
    public Utf8JsonWriter BeginFile(string category)
    {
        string name = FileName(category);
        _files.Add((name, category, []));
        Utf8JsonWriter writer = Open(name);
        writer.WriteStartObject();
        writer.WriteString("category", category);
        writer.WriteStartObject("entities");
        return writer;
    }

    /// <summary>Begins an entity within the file.</summary>
    /// <param name="entity">Its name in the export.</param>
    /// <param name="members">What its members are.</param>
    /// <param name="options">Which of them go along.</param>
    public void BeginEntity(string entity, IReadOnlyList<ExportedMember> members, ExportOptions options)
    {
        _files[^1].Entities.Add((entity, 0));
        _writer!.WriteStartObject(entity);
        ExportJson.Members(_writer, members, options);
        _writer.WriteStartArray("rows");
    }

    /// <summary>Counts a row, and hands over what is written once it is more than a little.</summary>
    /// <param name="cancellationToken">Ends the export.</param>
    public async Task RowAsync(CancellationToken cancellationToken)
    {
        List<(string Entity, long Rows)> entities = _files[^1].Entities;
        entities[^1] = (entities[^1].Entity, entities[^1].Rows + 1);
        if (_writer!.BytesPending < FlushAbove)
            return;
        await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        await DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the entity.</summary>
    public void EndEntity()
    {
        _writer!.WriteEndArray();
        _writer.WriteEndObject();
    }

    /// <summary>Ends the file.</summary>
    /// <param name="cancellationToken">Ends the export.</param>
    public async Task EndFileAsync(CancellationToken cancellationToken)
    {
        _writer!.WriteEndObject();
        _writer.WriteEndObject();
        await CloseAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the index and ends the archive. Without this it is no archive: a half export is not taken for a whole one.</summary>
    /// <param name="cancellationToken">Ends the export.</param>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        Utf8JsonWriter writer = Open("index.json");
        writer.WriteStartObject();
        writer.WriteString("subject", _subject);
        writer.WriteString("requestId", _requestId);
        writer.WriteString("exportedAt", _at);
        writer.WriteStartArray("files");
        foreach ((string name, string category, List<(string Entity, long Rows)> entities) in _files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("category", category);
            writer.WriteStartObject("rows");
            foreach ((string entity, long rows) in entities)
                writer.WriteNumber(entity, rows);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await CloseAsync(cancellationToken).ConfigureAwait(false);
        _zip.Dispose();
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets go of what is held in memory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
            await _writer.DisposeAsync().ConfigureAwait(false);
        if (_entry is not null)
            await _entry.DisposeAsync().ConfigureAwait(false);
        _zip.Dispose();
        await _pending.DisposeAsync().ConfigureAwait(false);
    }

    private Utf8JsonWriter Open(string name)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        if (_at.Year is >= 1980 and < 2107)
            entry.LastWriteTime = _at;
        _entry = entry.Open();
        return _writer = ExportJson.CreateWriter(_entry);
    }

    /// <summary>A name that leads to no other folder where the archive is unpacked, and that no other file has.</summary>
    private string FileName(string category)
    {
        string name = string.Concat(category.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '-' ? c : '_'));
        if (name.Length == 0)
            name = "_";
        while (!_names.Add(name))
            name += "_";
        return name + ".json";
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _writer!.DisposeAsync().ConfigureAwait(false);
        await _entry!.DisposeAsync().ConfigureAwait(false);
        (_writer, _entry) = (null, null);
        await DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> bytes = _pending.Take();
        if (bytes.Length > 0)
            await _output.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Holds what the archive writes until it is handed on.</summary>
    private sealed class Pending : Stream
    {
        private readonly MemoryStream _held = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>What is held. It is valid until the next write.</summary>
        public ReadOnlyMemory<byte> Take()
        {
            var bytes = _held.GetBuffer().AsMemory(0, (int)_held.Length);
            _held.SetLength(0);
            return bytes;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _held.Dispose();
            base.Dispose(disposing);
        }
    }
}
