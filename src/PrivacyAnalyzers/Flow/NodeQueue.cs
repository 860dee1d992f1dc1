namespace PrivacyAnalyzers.Flow;

/// <summary>Nodes of a graph that wait, each once; those that come first in the code are taken first.</summary>
internal sealed class NodeQueue(int count)
{
    private readonly bool[] _waits = new bool[count];

    /// <summary>None before this waits.</summary>
    private int _first = count;

    public void Add(int node)
    {
        _waits[node] = true;
        _first = Math.Min(_first, node);
    }

    public bool TryTake(out int node)
    {
        while (_first < _waits.Length && !_waits[_first])
            _first++;
        node = _first;
        if (node == _waits.Length)
            return false;
        _waits[node] = false;
        return true;
    }
}
